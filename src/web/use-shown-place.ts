import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Once it is drawn, brings into view and focuses the part of the page that the address names after «#». */
export function useShownPlace(): void {
  const place = useLocation({ select: ({ hash }) => hash })
  useEffect(() => {
    const found = place === '' ? null : document.getElementById(place)
    if (!found) return
    // After the router, which puts a page that has just come at its top.
    const later = requestAnimationFrame(() => {
      found.scrollIntoView({ block: 'center' })
      found.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(later)
  }, [place])
}
