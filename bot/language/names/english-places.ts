// What stands in English before a place that is not where the company is: a bank's or a school's name, a branch, a customer, a
// journey, somebody's surname, the place that was left.

const ELSEWHERE_BEFORE =
  /\b(?:(?:university|bank|institute|academy|college|port) of |(?:branch(?:es)?|branch office|sales office|rep office|subsidiary|warehouse|supplier|exhibition|fair|expo|trip|flight|conference|meeting) (?:is |are )?(?:in|to|at) |(?:visited|visiting|studied in|studied at|graduated (?:in|from)|grew up in|born in|moved (?:here |over |away )?from|relocated from|sell(?:ing|s)? to|ship(?:ping|s)? to|deliver(?:ing|s)? to|customers? in|clients? in) |(?:mr|mrs|ms|miss|dr)\.? (?:[a-z]+ )?)$/i

/** Whether the words before a place speak of something else than the company. */
export const isElsewhereInEnglish = (before: string): boolean => ELSEWHERE_BEFORE.test(before)
