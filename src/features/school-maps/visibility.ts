import { type Column, sql } from 'drizzle-orm'
import type { Visibility } from '../../server/visibility.ts'
import { subtreeOf } from '../organisations/visibility.ts'

/** What belongs to a school's map is read and written where the map itself is: by the school, and by whoever is above. */
export function ofSchoolMap(schoolMapId: Column): Visibility {
  return {
    kind: 'own subtree',
    where: (scope) =>
      sql`${schoolMapId} in ${scope.ids('school_maps', sql`select m.id from school_map m where m.school_id in ${subtreeOf(scope)}`)}`,
  }
}
