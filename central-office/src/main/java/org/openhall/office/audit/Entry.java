package org.openhall.office.audit;

/**
 * Something that was done.
 *
 * @param who a person's id, {@code command}, {@code office}, or {@code api:} and the name of a
 *     token
 * @param deed what
 * @param subject id of what was touched, or empty
 * @param words for people, no secret and nobody's personal data in them; may be empty
 */
public record Entry(String who, Deed deed, String subject, String words) {
  /** Who, for what a command on the server does. */
  public static final String COMMAND = "command";

  /** Who, for what the office does by itself. */
  public static final String OFFICE = "office";

  /** Of a command on the server. */
  public static Entry ofCommand(Deed deed, String subject, String words) {
    return new Entry(COMMAND, deed, subject, words);
  }
}
