package org.openhall.content.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openhall.content.RecordGenerator;

class DeltaTest {
  private final DeltaHead head = new DeltaHead("city", "ab", "cd", List.of("a-1", "b.2"));
  private final List<byte[]> records = records();

  private static List<byte[]> records() {
    RecordGenerator generator = new RecordGenerator(5, false);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      records.add(RecordCodec.encode(generator.next()));
    }
    return records;
  }

  @Test
  void aDeltaSurvivesARoundTripAndIsAlwaysTheSame() throws IOException {
    byte[] delta = delta(head, records);
    assertEquals(head, read(delta, 5, new ArrayList<>()));
    List<byte[]> read = new ArrayList<>();
    read(delta, 5, read);
    assertArrayEquals(records.toArray(), read.toArray());
    assertArrayEquals(delta, delta(head, records));
  }

  @Test
  void aDeltaThatOnlyRemovesIsADelta() throws IOException {
    assertEquals(head, read(delta(head, List.of()), 0, new ArrayList<>()));
  }

  @Test
  void moreRecordsThanAnnouncedAreRefused() throws IOException {
    byte[] delta = delta(head, records);
    MalformedPackException e =
        assertThrows(MalformedPackException.class, () -> read(delta, 4, new ArrayList<>()));
    assertEquals(6, e.recordNumber(), "the head is the first");
    int before = records.subList(0, 4).stream().mapToInt(r -> r.length + 4).sum();
    assertEquals(head.toJson().length + 4 + before, e.offset());
  }

  @Test
  void everyCutIsRefused() throws IOException {
    byte[] delta = delta(head, records.subList(0, 1));
    for (int length = 0; length < delta.length; length++) {
      byte[] part = Arrays.copyOf(delta, length);
      assertThrows(MalformedPackException.class, () -> read(part, 5, new ArrayList<>()));
    }
  }

  /**
   * zstd has a few bits that mean nothing; whatever is read in spite of one is what was written.
   */
  @Test
  void flippedBitsNeverGiveAnotherDelta() throws IOException {
    byte[] delta = delta(head, records);
    long seed = System.nanoTime();
    System.out.println("DeltaTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] bent = delta.clone();
      bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
      List<byte[]> read = new ArrayList<>();
      try {
        assertEquals(head, read(bent, 5, read));
        assertArrayEquals(records.toArray(), read.toArray());
      } catch (MalformedPackException e) {
        assertTrue(e.recordNumber() <= 7, e.getMessage());
      }
    }
  }

  @Test
  void aFullPackIsNoDelta() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new PackWriter(bytes).close();
    MalformedPackException e =
        assertThrows(
            MalformedPackException.class, () -> read(bytes.toByteArray(), 5, new ArrayList<>()));
    assertEquals(0, e.offset());
  }

  @Test
  void aHeadThatIsNoneIsRefused() throws IOException {
    assertBadHead("[]");
    assertBadHead("{\"channel\":\"c\",\"from\":\"a\"}");
    assertBadHead("{\"channel\":\"c\",\"from\":\"a\",\"to\":\"b\",\"removed\":[1]}");
    assertBadHead("{\"channel\":\"c\",\"from\":\"a\",\"to\":\"b\",\"removed\":[\"b\",\"a\"]}");
    assertBadHead("{\"channel\":\"c\",\"from\":\"a\",\"to\":\"b\",\"removed\":[\"../x\"]}");
  }

  private static void assertBadHead(String json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PackWriter pack =
        new PackWriter(bytes, DeltaWriter.MAGIC, new ZstdOutputStream(bytes, 1))) {
      pack.add(json.getBytes(UTF_8));
    }
    MalformedPackException e =
        assertThrows(
            MalformedPackException.class, () -> read(bytes.toByteArray(), 5, new ArrayList<>()));
    assertEquals(1, e.recordNumber());
  }

  /** A reader of 160 MB must not be made to hold a window of 128 MB. */
  @Test
  void aWindowThatClaimsMemoryIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ZstdOutputStream frame = new ZstdOutputStream(bytes, 1).setLong(PackWriter.WINDOW_LOG + 1);
    try (PackWriter pack = new PackWriter(bytes, DeltaWriter.MAGIC, frame)) {
      pack.add(head.toJson());
    }
    assertThrows(
        MalformedPackException.class, () -> read(bytes.toByteArray(), 5, new ArrayList<>()));
  }

  private static byte[] delta(DeltaHead head, List<byte[]> records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long length = records.stream().mapToLong(r -> r.length).sum();
    try (DeltaWriter writer = new DeltaWriter(bytes, head, length)) {
      for (byte[] record : records) {
        writer.add(record);
      }
    }
    return bytes.toByteArray();
  }

  private static DeltaHead read(byte[] delta, long announced, List<byte[]> into)
      throws IOException {
    try (DeltaReader reader = new DeltaReader(new ByteArrayInputStream(delta), announced)) {
      PackReader records = reader.records();
      for (Optional<byte[]> r = records.next(); r.isPresent(); r = records.next()) {
        into.add(r.get());
      }
      return reader.head();
    }
  }
}
