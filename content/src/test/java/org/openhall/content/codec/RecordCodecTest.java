package org.openhall.content.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openhall.content.Block;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.Notice;
import org.openhall.content.RecordGenerator;
import org.openhall.content.ServiceGuide;
import org.openhall.content.UnknownFields;
import org.openhall.content.UnknownRecord;

class RecordCodecTest {
  private static final String HEADER =
      "\"header\":{\"id\":\"n-1\",\"origin\":{\"asOf\":\"2026-11-01\",\"sample\":true,"
          + "\"sha256\":\"00\",\"source\":\"示例\"},\"revision\":1}";

  @Test
  void everyFieldOfEveryTypeSurvivesARoundTrip() throws Exception {
    for (Class<? extends ContentRecord> type : RecordGenerator.TYPES) {
      ContentRecord record = new RecordGenerator(1, true).record(type);
      assertEquals(record, RecordCodec.decode(RecordCodec.encode(record)));
    }
  }

  @Test
  void recordsWithFieldsMissingSurviveARoundTrip() throws Exception {
    RecordGenerator generator = new RecordGenerator(2, false);
    for (int i = 0; i < 500; i++) {
      ContentRecord record = generator.next();
      byte[] json = RecordCodec.encode(record);
      assertEquals(record, RecordCodec.decode(json));
      assertEquals(text(json), text(RecordCodec.encode(RecordCodec.decode(json))));
    }
  }

  @Test
  void unknownFieldsAtEveryDepthComeOutByteForByte() throws Exception {
    for (Class<? extends ContentRecord> type : RecordGenerator.TYPES) {
      ContentRecord record = new RecordGenerator(3, true).record(type);
      Map<String, Object> tree = Json.readObject(RecordCodec.encode(record));
      int places = addUnknown(tree);
      byte[] json = Json.write(tree);
      ContentRecord read = RecordCodec.decode(json);
      assertEquals(text(json), text(RecordCodec.encode(read)));
      assertTrue(places >= 3, "object, header and origin at least");
      assertEquals(record.header(), read.header());
    }
  }

  /** Adds a field that nobody knows to every object of a tree. */
  private static int addUnknown(Object tree) {
    int places = 0;
    if (tree instanceof List<?> list) {
      for (Object element : list) {
        places += addUnknown(element);
      }
    }
    if (tree instanceof Map<?, ?>) {
      @SuppressWarnings("unchecked")
      Map<String, Object> object = (Map<String, Object>) tree;
      for (Object value : List.copyOf(object.values())) {
        places += addUnknown(value);
      }
      object.put("later", new TreeMap<>(Map.of("0", new Json.Num("1.50e+3"), "x", List.of(true))));
      places++;
    }
    return places;
  }

  @Test
  void recordsOfUnknownTypeComeOutByteForByte() throws Exception {
    String json = "{" + HEADER + ",\"staff\":[{\"name\":\"王\"}],\"type\":\"hologram\"}";
    ContentRecord record = RecordCodec.decode(json.getBytes(UTF_8));
    assertInstanceOf(UnknownRecord.class, record);
    assertEquals("hologram", RecordCodec.typeOf(record));
    assertEquals(json, text(RecordCodec.encode(record)));
  }

  @Test
  void recordsWithAnUnknownConstantAreCarriedButNotUnderstood() throws Exception {
    String json =
        "{\"body\":[]," + HEADER + ",\"kind\":\"hologram\",\"title\":\"t\",\"type\":\"notice\"}";
    ContentRecord record = RecordCodec.decode(json.getBytes(UTF_8));
    assertInstanceOf(UnknownRecord.class, record);
    assertEquals(json, text(RecordCodec.encode(record)));
  }

  @Test
  void blocksOfUnknownKindComeOutByteForByte() throws Exception {
    String block = "{\"kind\":\"map\",\"points\":[1,2.0]}";
    String json = notice("[" + block + ",{\"kind\":\"paragraph\",\"text\":\"二\"}]");
    Notice notice = (Notice) RecordCodec.decode(json.getBytes(UTF_8));
    assertEquals(List.of(new Block.UnknownBlock(block), new Block.Paragraph("二")), notice.body());
    assertEquals(json, text(RecordCodec.encode(notice)));
  }

  @Test
  void anAbsentListIsNotAnEmptyOne() throws Exception {
    ServiceGuide none = new RecordGenerator(4, true).record(ServiceGuide.class);
    String json =
        text(RecordCodec.encode(none)).replaceFirst("\"bases\":\\[[^]]*]", "\"bases\":[]");
    assertEquals(List.of(), ((ServiceGuide) RecordCodec.decode(json.getBytes(UTF_8))).bases());
    String absent = json.replace("\"bases\":[],", "");
    ServiceGuide guide = (ServiceGuide) RecordCodec.decode(absent.getBytes(UTF_8));
    assertEquals(null, guide.bases());
    assertEquals(absent, text(RecordCodec.encode(guide)));
  }

  @Test
  void tableDefaultsAreLeftOut() throws Exception {
    String written = "[{\"kind\":\"table\",\"rows\":[{\"cells\":[{\"text\":\"甲\"}]}]}]";
    String spelled = written.replace("\"text\"", "\"colSpan\":1,\"header\":false,\"text\"");
    ContentRecord record = RecordCodec.decode(notice(spelled).getBytes(UTF_8));
    assertEquals(notice(written), text(RecordCodec.encode(record)));
  }

  @Test
  void keysAreSortedAndNothingIsPadded() {
    DisclosureEntry entry = new RecordGenerator(5, true).record(DisclosureEntry.class);
    String json = text(RecordCodec.encode(entry));
    assertTrue(json.startsWith("{\"access\":\""), json);
    assertTrue(json.endsWith("\"writtenOn\":\"" + entry.writtenOn() + "\"}"), json);
  }

  @Test
  void whatIsWrongIsNamedByItsField() {
    assertFault("{}", "type");
    assertFault("{" + HEADER + ",\"type\":\"notice\"}", "kind");
    assertFault(notice("[{\"kind\":\"paragraph\"}]"), "body[0].text");
    assertFault(notice("{}"), "body");
    assertFault(notice("[]").replace("\"t\"", "\"\\ud800\""), "title");
    assertFault(notice("[]").replace("2026-11-01", "yesterday"), "header.origin.asOf");
    assertFault(notice("[]").replace("n-1", "n/1"), "header.id");
    assertFault(notice("[]").replace("\"title\"", "\"kind\""), "kind");
    assertFault(notice("[]").replace("\"revision\":1", "\"revision\":1.5"), "header.revision");
  }

  @Test
  void brokenJsonIsNamedByItsOffset() {
    byte[] json = notice("[]").getBytes(UTF_8);
    for (int length = 0; length < json.length; length++) {
      byte[] part = Arrays.copyOf(json, length);
      MalformedRecordException e =
          assertThrows(MalformedRecordException.class, () -> RecordCodec.decode(part));
      assertTrue(e.field().startsWith("byte "), e.getMessage());
    }
    assertFault(notice("[]") + "x", "byte");
    assertFault("[".repeat(10_000), "byte");
    assertFault("{\"a\":" + "[".repeat(10_000), "JSON");
  }

  @Test
  void halfASurrogatePairCannotBeWritten() {
    ContentRecord record = new RecordGenerator(6, true).record(Notice.class);
    ContentRecord broken = new UnknownRecord("t\uD800", record.header(), UnknownFields.NONE);
    assertThrows(IllegalArgumentException.class, () -> RecordCodec.encode(broken));
  }

  private static void assertFault(String json, String field) {
    MalformedRecordException e =
        assertThrows(
            MalformedRecordException.class, () -> RecordCodec.decode(json.getBytes(UTF_8)));
    assertTrue(e.field().startsWith(field), e.getMessage());
  }

  private static String notice(String body) {
    return "{\"body\":"
        + body
        + ","
        + HEADER
        + ",\"kind\":\"announcement\",\"title\":\"t\",\"type\":\"notice\"}";
  }

  private static String text(byte[] json) {
    return new String(json, UTF_8);
  }
}
