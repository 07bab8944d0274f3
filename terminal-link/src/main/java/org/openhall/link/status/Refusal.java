package org.openhall.link.status;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that an agent did not take, and how often it was offered. It stays in the status after
 * a run that ended well, so that a server that is bad now and then is found out.
 *
 * @param file the role or file that broke the rule, such as {@code timestamp} or {@code
 *     packs/….pack}
 * @param rule which rule
 * @param clause where the rule stands, such as {@code TUF 5.4.2} for a step of The Update
 *     Framework's client workflow or {@code 0017} for a decision; empty where it stands in neither
 * @param offered the version, number or byte that was met, in one word or two, or null where there
 *     is none
 * @param words what is wrong and the next step, in the terminal's language
 * @param since when it was first met
 * @param last when it was last met
 * @param times in how many runs it was met
 * @param standing whether it keeps the terminal from what is newest; false after a run that ended
 *     well
 */
public record Refusal(
    String file,
    Rule rule,
    String clause,
    @Nullable String offered,
    String words,
    Instant since,
    Instant last,
    long times,
    boolean standing) {

  public Refusal {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(last, "last");
  }

  /** One that was met now, for the first time. */
  public static Refusal met(
      String file, Rule rule, String clause, @Nullable String offered, String words, Instant now) {
    return new Refusal(file, rule, clause, offered, words, now, now, 1, true);
  }

  /** This one, counted on from what was known before where that is the same trouble. */
  public Refusal after(@Nullable Refusal before) {
    if (before == null || !isOf(before)) {
      return this;
    }
    long met = before.times + 1;
    return new Refusal(file, rule, clause, offered, words, before.since, last, met, standing);
  }

  /** Whether it is the same trouble as another: of the same file and rule. */
  public boolean isOf(Refusal other) {
    return file.equals(other.file) && rule == other.rule;
  }

  /** The same, which is not over as it seemed. */
  public Refusal standingAgain() {
    return new Refusal(file, rule, clause, offered, words, since, last, times, true);
  }

  /** The same as what is over, at least for now. */
  public Refusal settled() {
    return new Refusal(file, rule, clause, offered, words, since, last, times, false);
  }

  /** Which file it was, with what was met: {@code timestamp.json, 7}. */
  public String thing() {
    return offered == null ? file : file + ", " + offered;
  }

  /**
   * The rule with the place where it stands: {@code too old (TUF 5.4.2)}.
   *
   * @param named the rule in a person's language
   */
  public String cited(String named) {
    return clause.isEmpty() ? named : named + " (" + clause + ")";
  }

  /** What was offered broke one of these. */
  public enum Rule {
    /** It is not of the form that it must have. */
    FORM,
    /** Fewer valid signatures than the role needs. */
    SIGNATURES,
    /** A version before the one that is trusted already. */
    ROLLBACK,
    /** Another version than the one that is announced. */
    VERSION,
    /** Past its expiry. */
    EXPIRY,
    /** Length or hash is not the one that is signed. */
    BYTES,
    /** It is announced, but not to be had. */
    ABSENT,
    /** Larger than anything of its kind may be. */
    SIZE,
    /** Editors and reviewers did not sign the same, or are not apart. */
    FOUR_EYES,
    /** A release without a channel of this terminal. */
    CHANNELS,
    /** A release before the one that is shown. */
    RELEASE,
    /** A pack that is signed and yet cannot be read. */
    PACK,
    /** Records that are not those which the release promises. */
    DIGEST,
    /** Of a newer agent; {@link Refusal#words} still tells. */
    @JsonEnumDefaultValue
    OTHER
  }
}
