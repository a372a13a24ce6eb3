import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../web/use-words.ts'
import { accessWords } from '../screen-words.ts'

type Props = TextInputProps & { autoComplete: 'current-password' | 'new-password' }

/** A password that may be looked at while it is typed: nobody can remember what they could not read. */
export function PasswordField(props: Props) {
  const t = useWords(accessWords)
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? IconEyeOff : IconEye
  const verb = t(isShown ? 'password.hide' : 'password.show')
  return (
    <TextInput
      {...props}
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={200}
      rightSectionWidth="var(--control)"
      rightSection={
        <ActionIcon aria-label={verb} title={verb} onClick={() => setShown(!isShown)}>
          <Icon size="var(--icon)" aria-hidden="true" />
        </ActionIcon>
      }
    />
  )
}
