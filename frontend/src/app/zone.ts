// Dates are shown in the reader's time zone, which only the browser knows.
export function setUpZone(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("[data-time-zone]")) {
    field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
}
