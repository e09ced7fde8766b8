// Apart from the rest, because the web app says it too.

/** Days that an own key works at most. */
export const longestOwnDays = 90;
