/** Something that could be chosen, with the name people know it by. */
export interface Option {
  option: string
  label: string
}
