package org.openhall.office.people;

/** What came of a change of people. */
public sealed interface PeopleOutcome {

  /** It is so now. */
  record Done() implements PeopleOutcome {}

  /** It is so now, and this is shown once: with it the person signs in for the first time. */
  record Code(String code) implements PeopleOutcome {}

  /** It is not. */
  record Refused(Why why) implements PeopleOutcome {}

  /** Why a change was refused; its words are in the bundles, under {@code people.refused.NAME}. */
  enum Why {
    BAD_ID,
    BAD_NAME,
    ID_TAKEN,
    NO_SUCH_PERSON,
    /** An administrator has no other role. */
    ROLES_APART,
    /** Whose word the security administrator has not compared gets no role. */
    NOT_CONFIRMED,
    /** They have not signed in yet, so that there is no word. */
    NOT_YET,
    /** The word is not the one that the account shows: somebody else may have it. */
    WRONG_WORD,
    /** Nobody grants roles to themselves or locks themselves out. */
    ONESELF
  }
}
