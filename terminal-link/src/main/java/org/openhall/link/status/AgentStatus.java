package org.openhall.link.status;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the sync agent last did, for the kiosk and for technicians: {@code status/agent.json}.
 *
 * @param release the release that is active, 0 for none
 * @param lastContact when the office last answered, or null for never
 * @param lastVerified when the content was last proved to be the office's newest, or null for never
 * @param detail one sentence: what is wrong and the next step, or null when all is well
 * @param nextAttempt when the agent tries again by itself, or null where it does not
 * @param files how the attachments stand, or null before the first were looked for
 * @param certificate how the office knows this terminal, or null where it has no certificate
 * @param refusal what was last not taken, or null where everything always was
 * @param stale that the release shown may be out of date, or null while it is not
 * @param emergency when the emergency list that this terminal goes by was signed, or null where it
 *     has none, or the agent is older
 * @param places a sentence for each place of several that did not do well when it was last asked
 */
public record AgentStatus(
    long release,
    @Nullable Instant lastContact,
    @Nullable Instant lastVerified,
    Outcome outcome,
    @Nullable String detail,
    @Nullable Instant nextAttempt,
    @Nullable Files files,
    @Nullable Certificate certificate,
    @Nullable Refusal refusal,
    @Nullable Stale stale,
    @Nullable Instant emergency,
    List<String> places) {

  public AgentStatus {
    Objects.requireNonNull(outcome, "outcome");
    places = places == null ? List.of() : List.copyOf(places); // null: of an older agent
  }

  /** The same where every place did well, or nobody says. */
  public AgentStatus(
      long release,
      @Nullable Instant lastContact,
      @Nullable Instant lastVerified,
      Outcome outcome,
      @Nullable String detail,
      @Nullable Instant nextAttempt,
      @Nullable Files files,
      @Nullable Certificate certificate,
      @Nullable Refusal refusal,
      @Nullable Stale stale) {
    this(
        release,
        lastContact,
        lastVerified,
        outcome,
        detail,
        nextAttempt,
        files,
        certificate,
        refusal,
        stale,
        null,
        List.of());
  }

  /**
   * The attachments of the release that is active.
   *
   * @param named how many it names
   * @param present how many are on the disk
   * @param trouble a sentence for each that is not to be had, or for what ended the fetching
   */
  public record Files(int named, int present, List<String> trouble) {
    public Files {
      trouble = List.copyOf(trouble);
    }
  }

  /**
   * The terminal's certificate.
   *
   * @param until when it ends
   * @param trouble one sentence: what is wrong with it or with the way to the office, and the next
   *     step; null when all is well
   */
  public record Certificate(Instant until, @Nullable String trouble) {
    public Certificate {
      Objects.requireNonNull(until, "until");
    }
  }

  /**
   * The alarm of content that may be out of date.
   *
   * @param since by the terminal's clock
   */
  public record Stale(Reason reason, Instant since) {
    public Stale {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(since, "since");
    }

    /** Why. */
    public enum Reason {
      /** It is older than the office wants. */
      OLD,
      /** By the terminal's clock it has no age that can be: the clock is wrong. */
      CLOCK,
      /** Of a newer agent. */
      @JsonEnumDefaultValue
      OTHER
    }
  }

  /** The same with another word on the certificate. */
  public AgentStatus withCertificate(@Nullable Certificate word) {
    return new AgentStatus(
        release,
        lastContact,
        lastVerified,
        outcome,
        detail,
        nextAttempt,
        files,
        word,
        refusal,
        stale,
        emergency,
        places);
  }

  /** How the last run ended. */
  public enum Outcome {
    /** The newest release was active already. */
    UP_TO_DATE,
    /** A newer release was installed. */
    ACTIVATED,
    /** There is something newer, which is fetched at its hour or when urgent matters are done. */
    WAITING,
    /** The office could not be reached. */
    OFFLINE,
    /** What the office offers breaks a rule: signature, hash, version, digest. */
    REFUSED,
    /** The office's signatures are past their expiry, or the terminal's clock is wrong. */
    EXPIRED,
    /** The office has locked this terminal out, or does not know it any more. */
    LOCKED_OUT,
    /** No room on the terminal's disk. */
    STORAGE_FULL,
    /** The terminal's disk failed otherwise. */
    FAILED,
    /** Written by a newer agent; {@link AgentStatus#detail} still tells. */
    @JsonEnumDefaultValue
    OTHER
  }
}
