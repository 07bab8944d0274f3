package org.openhall.device;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a device can do, as data: what its driver's profile says, and what the device itself
 * answered when it was first reached. Never guessed per call.
 *
 * @param kind what it is, in the words of the configuration, e.g. {@code receipt-printer}
 * @param model maker and model as far as known, else empty
 * @param facts e.g. {@code paper.columns} → {@code 48}; a kind's interface names those that all of
 *     its devices give
 */
public record Capabilities(String kind, String model, Map<String, String> facts) {

  /** Fact: whether the device tells when something is laid in ({@code yes}, {@code no}). */
  public static final String TELLS_INSERTED = "media.inserted";

  /** Fact: whether the device tells when something is taken. */
  public static final String TELLS_TAKEN = "media.taken";

  public Capabilities {
    facts = Map.copyOf(facts);
  }

  /** Of a device of which no more is known than its kind. */
  public static Capabilities of(String kind) {
    return new Capabilities(kind, "", Map.of());
  }

  /** With one fact more. */
  public Capabilities with(String fact, String value) {
    Map<String, String> more = new TreeMap<>(facts);
    more.put(fact, value);
    return new Capabilities(kind, model, more);
  }

  /** With one fact more that is yes or no. */
  public Capabilities with(String fact, boolean value) {
    return with(fact, value ? "yes" : "no");
  }

  /** With the model that the device itself named. */
  public Capabilities ofModel(String named) {
    return new Capabilities(kind, named, facts);
  }

  /** A fact, if it is known. */
  public Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  /** Whether a fact is known and {@code yes}. */
  public boolean can(String name) {
    return "yes".equals(facts.get(name));
  }
}
