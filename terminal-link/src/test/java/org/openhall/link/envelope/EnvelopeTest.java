package org.openhall.link.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.link.Base64Bytes;
import org.openhall.link.Json;
import org.openhall.link.envelope.Binding.Way;
import org.openhall.link.envelope.PersonalForm.Field;

class EnvelopeTest {
  private static final Binding HERE = new Binding(Way.UP, "terminal-1", "event-1", "application");
  private static final String SECRET = "张三 110101199003070000";

  private final OpeningKey office = OpeningKey.generate(new SecureRandom());

  private static Personal personal(String text) {
    return Personal.takeOver(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(OpenOutcome outcome) {
    Personal opened = assertInstanceOf(OpenOutcome.Opened.class, outcome).personal();
    return StandardCharsets.UTF_8.decode(opened.read()).toString();
  }

  @Test
  void opensWithTheOtherHalfWhereItBelongs() {
    Envelope envelope = office.sealKey().seal(personal(SECRET), HERE);
    assertEquals(SECRET, text(office.open(envelope, HERE)));
    Envelope carried = Json.read(Json.write(envelope), Envelope.class).orElseThrow();
    assertEquals(SECRET, text(office.open(carried, HERE)));
  }

  @Test
  void opensNowhereElse() {
    Envelope envelope = office.sealKey().seal(personal(SECRET), HERE);
    for (Binding elsewhere :
        List.of(
            new Binding(Way.DOWN, "terminal-1", "event-1", "application"),
            new Binding(Way.UP, "terminal-2", "event-1", "application"),
            new Binding(Way.UP, "terminal-1", "event-2", "application"),
            new Binding(Way.UP, "terminal-1", "event-1", "comment"),
            new Binding(Way.UP, "terminal-1e", "vent-1", "application"))) {
      assertEquals(new OpenOutcome.Spoiled(), office.open(envelope, elsewhere));
    }
  }

  @Test
  void aChangedByteIsNoticed() {
    Envelope envelope = office.sealKey().seal(personal(SECRET), HERE);
    byte[] sealed = envelope.sealed().bytes();
    sealed[100] ^= 1;
    byte[] encapsulated = envelope.encapsulated().bytes();
    encapsulated[3] ^= 1;
    assertEquals(
        new OpenOutcome.Spoiled(),
        office.open(
            new Envelope(envelope.key(), envelope.encapsulated(), Base64Bytes.of(sealed)), HERE));
    assertEquals(
        new OpenOutcome.Spoiled(),
        office.open(
            new Envelope(envelope.key(), Base64Bytes.of(encapsulated), envelope.sealed()), HERE));
    Base64Bytes zeros = Base64Bytes.of(new byte[32]); // a point of small order: RFC 7748, 6.1
    assertEquals(
        new OpenOutcome.Spoiled(),
        office.open(new Envelope(envelope.key(), zeros, envelope.sealed()), HERE));
  }

  @Test
  void whoHasAnotherKeyIsToldForWhichItIs() {
    Envelope envelope = office.sealKey().seal(personal(SECRET), HERE);
    OpeningKey other = OpeningKey.generate(new SecureRandom());
    assertEquals(new OpenOutcome.OtherKey(office.sealKey().id()), other.open(envelope, HERE));
    Envelope renamed =
        new Envelope(other.sealKey().id(), envelope.encapsulated(), envelope.sealed());
    assertEquals(new OpenOutcome.Spoiled(), other.open(renamed, HERE));
  }

  @Test
  void whoSealedItCannotOpenItAndTheSameIsNeverSealedAlike() {
    Envelope one = office.sealKey().seal(personal(SECRET), HERE);
    Envelope two = office.sealKey().seal(personal(SECRET), HERE);
    assertNotEquals(one.encapsulated(), two.encapsulated());
    assertNotEquals(one.sealed(), two.sealed());
    assertFalse(one.toString().contains("张三"));
  }

  @Test
  void lengthsShowInStepsOnly() {
    int shortOne = office.sealKey().seal(personal("是"), HERE).sealed().bytes().length;
    assertEquals(
        shortOne, office.sealKey().seal(personal("x".repeat(4_092)), HERE).sealed().bytes().length);
    assertNotEquals(
        shortOne, office.sealKey().seal(personal("x".repeat(4_093)), HERE).sealed().bytes().length);
    String longest = "x".repeat(SealKey.room());
    assertEquals(longest, text(office.open(office.sealKey().seal(personal(longest), HERE), HERE)));
    Personal tooLong = personal(longest + "x");
    assertThrows(IllegalArgumentException.class, () -> office.sealKey().seal(tooLong, HERE));
    assertThrows(IllegalStateException.class, tooLong::read);
  }

  @Test
  void whatWasSealedIsOverwritten() {
    byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    Personal personal = Personal.takeOver(bytes);
    assertEquals("Personal[…]", personal.toString());
    office.sealKey().seal(personal, HERE);
    assertArrayEquals(new byte[bytes.length], bytes);
  }

  @Test
  void anAnswerToAVisitThatHasEndedIsClosedForEver() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    OpeningKey visit = OpeningKey.takeOver(secret);
    Binding down = new Binding(Way.DOWN, "terminal-1", "event-1", "question");
    Envelope answer = visit.sealKey().seal(personal("已办结"), down);
    assertEquals("已办结", text(visit.open(answer, down)));
    visit.close();
    assertArrayEquals(new byte[32], secret);
    assertThrows(IllegalStateException.class, () -> visit.open(answer, down));
    assertFalse(visit.toString().contains(HexFormat.of().formatHex(secret)));
  }

  @Test
  void aKeyTellsWhenAByteOfItHasChanged() {
    String text = office.sealKey().text();
    assertEquals(Optional.of(office.sealKey()), SealKey.parse(text));
    char last = text.charAt(text.length() - 3);
    String changed =
        text.substring(0, text.length() - 3)
            + (last == 'A' ? 'E' : 'A')
            + text.substring(text.length() - 2);
    assertEquals(Optional.empty(), SealKey.parse(changed));
    assertEquals(Optional.empty(), SealKey.parse(""));
    assertEquals(Optional.empty(), SealKey.parse("x:y"));
    assertEquals(Optional.empty(), SealKey.parse(text.substring(0, 30)));
  }

  @Test
  void aFormComesBackFieldByFieldAndShowsNothing() {
    PersonalForm form = new PersonalForm().put(Field.NAME, "张三").put(Field.WANTED, "关于甲的通知\n附件二");
    assertEquals("PersonalForm[NAME, WANTED]", form.toString());
    Personal encoded = form.encode();
    assertEquals(form.length(), encoded.length());
    PersonalForm read = PersonalForm.decode(encoded).orElseThrow();
    assertEquals(List.of(Field.NAME, Field.WANTED), read.fields());
    assertEquals("关于甲的通知\n附件二", new String(read.value(Field.WANTED)));
    assertEquals("", new String(read.value(Field.CONTACT)));
    assertEquals(Optional.empty(), PersonalForm.decode(personal("ab")));
    assertEquals(
        Optional.empty(), PersonalForm.decode(Personal.takeOver(new byte[] {1, 0, 0, 0, 9})));
    byte[] later = {99, 0, 0, 0, 1, 7, 1, 0, 0, 0, 1, 'x'};
    PersonalForm newer = PersonalForm.decode(Personal.takeOver(later)).orElseThrow();
    assertTrue(newer.fields().equals(List.of(Field.NAME)));
  }
}
