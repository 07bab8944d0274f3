package org.openhall.simulator.card;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A card of a fictional person, as it lies on the emulated module. */
public final class Card implements BoxedCard {

  private static final int PHOTO_BYTES = 1024;
  private static final int ADDRESS_BYTES = 70;
  private static final int SEED_OF_NOISE = 467;

  private final String name;
  private final CardLayout layout;
  private final Map<String, String> values;

  Card(String name, CardLayout layout, Map<String, String> values) {
    this.name = name;
    this.layout = layout;
    this.values = Map.copyOf(values);
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * The kind of document: {@code resident}, {@code hmt}, {@code foreign-2017}, {@code
   * foreign-2023}.
   */
  @Override
  public String kind() {
    return layout.word();
  }

  @Override
  public String value(String key) {
    return values.getOrDefault(key, "");
  }

  /** The 256 bytes of text; of a card whose chip has forgotten it, noise. */
  public byte[] text() {
    byte[] text = layout.encode(values);
    return flaw() == Flaw.GARBAGE ? noise(text.length, text) : text;
  }

  /** 1,024 bytes in the place of the photo: noise, the same for each card at any time. */
  public byte[] photo() {
    return noise(PHOTO_BYTES, layout.encode(values));
  }

  /** The fingerprint features: none, 512 or 1,024 bytes of noise. */
  public byte[] fingerprint() {
    int length = Integer.parseInt(values.getOrDefault("fingerprint", "0"));
    return noise(length, layout.encode(values));
  }

  /** The 70 bytes of the newest address, where one was written after the card was issued. */
  public Optional<byte[]> newAddress() {
    String address = value("new-address");
    String padded = address + " ".repeat(ADDRESS_BYTES / 2 - address.length());
    return address.isEmpty()
        ? Optional.empty()
        : Optional.of(padded.getBytes(StandardCharsets.UTF_16LE));
  }

  private static byte[] noise(int length, byte[] seed) {
    byte[] bytes = new byte[length];
    new SplittableRandom(SEED_OF_NOISE + Arrays.hashCode(seed)).nextBytes(bytes);
    return bytes;
  }
}
