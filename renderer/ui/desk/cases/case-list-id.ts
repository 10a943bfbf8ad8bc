/** Where the cursor goes for the list. */
export const caseListId = 'case-list'
