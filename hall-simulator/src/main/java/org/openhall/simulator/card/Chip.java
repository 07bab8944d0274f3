package org.openhall.simulator.card;

import java.util.Map;

/**
 * A card with contacts that can be put into the slot: a fictional person's social-security card, or
 * another card.
 *
 * @param name by which it is called, e.g. {@code social-3}
 * @param values of its file
 */
public record Chip(String name, Map<String, String> values) implements BoxedCard {

  public Chip {
    values = Map.copyOf(values);
  }

  /** {@code social} or {@code other-chip}. */
  @Override
  public String kind() {
    return value("kind");
  }

  @Override
  public String value(String key) {
    return values.getOrDefault(key, "");
  }
}
