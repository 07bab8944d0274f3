package org.openhall.link.envelope;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person fills in, by field: the plain text inside an envelope. Each field is one byte for
 * its {@link Field}, its length in four bytes, and UTF-8; fields of later versions are passed over.
 * Values are characters that are overwritten, never a {@code String}.
 */
public final class PersonalForm implements AutoCloseable {
  /** Bytes of a UTF-16 unit at most. */
  private static final int LONGEST_UTF_8 = 3;

  private static final int HEAD = 1 + Integer.BYTES;

  private final Map<Field, byte[]> values = new EnumMap<>(Field.class);

  /** What may be filled in. 政府信息公开条例 第二十九条 says what an application must hold. */
  public enum Field {
    /** 姓名或者名称. */
    NAME(1),
    /** 身份证明: kind and number of the document. */
    IDENTITY(2),
    /** 联系方式. */
    CONTACT(3),
    /** 申请公开的政府信息的名称、文号或者其他特征性描述. */
    WANTED(4),
    /** 形式要求，包括获取信息的方式、途径. */
    DELIVERY(5),
    /** The number of a case. */
    CASE_NUMBER(6),
    /** Free text: a comment, or an answer. */
    TEXT(7),
    /** The key to which the answer is to be sealed, as {@link SealKey#text()}. */
    REPLY_KEY(8);

    private final int code;

    Field(int code) {
      this.code = code;
    }

    private static Optional<Field> of(int code) {
      return Arrays.stream(values()).filter(field -> field.code == code).findFirst();
    }
  }

  /** Fills a field in; the characters are copied and the caller overwrites its own. */
  public PersonalForm put(Field field, CharSequence value) {
    byte[] room = new byte[LONGEST_UTF_8 * value.length()];
    ByteBuffer encoded = ByteBuffer.wrap(room);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(value), encoded, true);
    byte[] before = values.put(field, Arrays.copyOf(room, encoded.position()));
    Arrays.fill(room, (byte) 0);
    if (before != null) {
      Arrays.fill(before, (byte) 0);
    }
    return this;
  }

  /** Which fields are filled in, in their order. */
  public List<Field> fields() {
    return new ArrayList<>(values.keySet());
  }

  /** The characters of a field, a copy that the caller overwrites; none where it is empty. */
  public char[] value(Field field) {
    CharBuffer decoded =
        StandardCharsets.UTF_8.decode(ByteBuffer.wrap(values.getOrDefault(field, new byte[0])));
    char[] characters = new char[decoded.remaining()];
    decoded.get(characters);
    Arrays.fill(decoded.array(), '\0');
    return characters;
  }

  /** How many bytes {@link #encode()} has. */
  public int length() {
    return values.values().stream().mapToInt(value -> HEAD + value.length).sum();
  }

  /** The form as bytes. */
  public Personal encode() {
    ByteBuffer all = ByteBuffer.allocate(length());
    values.forEach((field, value) -> all.put((byte) field.code).putInt(value.length).put(value));
    return Personal.takeOver(all.array());
  }

  /** Reads a form; empty where the bytes are none. */
  public static Optional<PersonalForm> decode(Personal personal) {
    ByteBuffer all = personal.read();
    PersonalForm form = new PersonalForm();
    while (all.remaining() >= HEAD) {
      Optional<Field> field = Field.of(all.get());
      int length = all.getInt();
      if (length < 0 || length > all.remaining()) {
        form.close();
        return Optional.empty();
      }
      byte[] value = new byte[length];
      all.get(value);
      field.ifPresent(known -> form.values.put(known, value));
    }
    return all.hasRemaining() ? Optional.empty() : Optional.of(form);
  }

  @Override
  public void close() {
    values.values().forEach(value -> Arrays.fill(value, (byte) 0));
    values.clear();
  }

  /** Never shows what was filled in. */
  @Override
  public String toString() {
    return "PersonalForm" + values.keySet();
  }
}
