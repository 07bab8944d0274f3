package org.openhall.content.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.content.RecordGenerator;

class PackTest {
  private final List<byte[]> records = records();

  private static List<byte[]> records() {
    RecordGenerator generator = new RecordGenerator(7, false);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      records.add(RecordCodec.encode(generator.next()));
    }
    return records;
  }

  @Test
  void recordsComeOutAsTheyWentIn() throws IOException {
    assertSame(records, read(pack(records), 5));
    assertSame(List.of(), read(pack(List.of()), 0));
  }

  @Test
  void aPackCutOffAnywhereIsBroken() throws IOException {
    byte[] pack = pack(records);
    for (int length = 0; length < pack.length; length++) {
      byte[] part = Arrays.copyOf(pack, length);
      MalformedPackException e =
          assertThrows(MalformedPackException.class, () -> read(part, 5), "length " + length);
      assertTrue(e.recordNumber() <= 6 && e.offset() >= 0, e.getMessage());
    }
  }

  @Test
  void aFlippedBitIsNoticedOrHarmless() throws IOException {
    byte[] pack = pack(records);
    int noticed = 0;
    for (int bit = 0; bit < pack.length * 8; bit++) {
      byte[] flipped = pack.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        assertSame(records, read(flipped, 5));
      } catch (MalformedPackException e) {
        noticed++;
      }
    }
    assertTrue(noticed > pack.length * 7, noticed + " of " + pack.length * 8);
  }

  @Test
  void whatFollowsTheEndIsRefused() throws IOException {
    byte[] pack = pack(records);
    byte[] longer = Arrays.copyOf(pack, pack.length + 1);
    assertThrows(MalformedPackException.class, () -> read(longer, 5));
  }

  @Test
  void moreRecordsThanAnnouncedAreRefused() throws IOException {
    byte[] pack = pack(records);
    MalformedPackException e = assertThrows(MalformedPackException.class, () -> read(pack, 4));
    assertEquals(5, e.recordNumber());
    int before = records.subList(0, 4).stream().mapToInt(r -> r.length + 4).sum();
    assertEquals(before, e.offset());
  }

  @Test
  void anEndThatCountsWrongIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(PackWriter.MAGIC);
    try (DataOutputStream out = new DataOutputStream(new ZstdOutputStream(bytes))) {
      out.writeInt(0);
      out.writeLong(1);
    }
    assertThrows(MalformedPackException.class, () -> read(bytes.toByteArray(), 5));
  }

  @Test
  void aRecordThatClaimsMemoryIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(PackWriter.MAGIC);
    try (DataOutputStream out = new DataOutputStream(new ZstdOutputStream(bytes))) {
      out.writeInt(Integer.MAX_VALUE);
    }
    assertThrows(MalformedPackException.class, () -> read(bytes.toByteArray(), 5));
  }

  private static byte[] pack(List<byte[]> records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PackWriter writer = new PackWriter(bytes)) {
      for (byte[] record : records) {
        writer.add(record);
      }
    }
    return bytes.toByteArray();
  }

  private static List<byte[]> read(byte[] pack, long announced) throws IOException {
    List<byte[]> records = new ArrayList<>();
    try (PackReader reader = new PackReader(new ByteArrayInputStream(pack), announced)) {
      for (Optional<byte[]> r = reader.next(); r.isPresent(); r = reader.next()) {
        records.add(r.get());
      }
    }
    return records;
  }

  private static void assertSame(List<byte[]> expected, List<byte[]> actual) {
    assertArrayEquals(expected.toArray(), actual.toArray());
  }
}
