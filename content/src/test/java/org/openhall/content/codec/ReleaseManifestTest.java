package org.openhall.content.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openhall.content.RecordGenerator;

class ReleaseManifestTest {
  private final ReleaseManifest manifest =
      new ReleaseManifest(
          7,
          Instant.parse("2026-11-01T08:00:00Z"),
          "示例市政务服务中心",
          30,
          "key",
          List.of(
              new ReleaseManifest.Channel(
                  "city",
                  "市级",
                  3,
                  "ab",
                  ReleaseManifest.Pack.of("cd", 1234),
                  List.of(
                      new ReleaseManifest.Delta(6, "ef", ReleaseManifest.Pack.of("01", 5678))))));

  @Test
  void aManifestSurvivesARoundTrip() throws Exception {
    assertEquals(manifest, ReleaseManifest.fromJson(manifest.toJson()));
    assertEquals("packs/cd.pack", manifest.channels().getFirst().full().target());
  }

  @Test
  void aManifestWithoutDeltasIsOne() throws Exception {
    String json = new String(manifest.toJson(), UTF_8).replaceFirst("\"deltas\":[^]]*],", "");
    ReleaseManifest.Channel read =
        ReleaseManifest.fromJson(json.getBytes(UTF_8)).channels().getFirst();
    assertEquals(List.of(), read.deltas());
    assertTrue(manifest.channels().getFirst().deltaFrom("ef").isPresent());
    assertTrue(manifest.channels().getFirst().deltaFrom("ab").isEmpty());
  }

  @Test
  void whatDoesNotSayHowOldIsOldIsOldAfterAWeek() throws Exception {
    String json = new String(manifest.toJson(), UTF_8);
    assertEquals(7, read(json.replace("\"staleAfterDays\":30", "\"other\":30")).staleAfterDays());
    assertEquals(1, read(json.replace("Days\":30", "Days\":0")).staleAfterDays());
    assertEquals(365, read(json.replace("Days\":30", "Days\":99999999999")).staleAfterDays());
  }

  @Test
  void anOfficeMayTakeNothingPersonal() throws Exception {
    String json = new String(manifest.toJson(), UTF_8);
    assertNull(read(json.replace("\"intakeKey\":\"key\",", "")).intakeKey());
    assertEquals("key", manifest.with(List.of()).intakeKey());
  }

  private static ReleaseManifest read(String json) throws MalformedManifestException {
    return ReleaseManifest.fromJson(json.getBytes(UTF_8));
  }

  @Test
  void fieldsOfLaterVersionsArePassedOver() throws Exception {
    String json = new String(manifest.toJson(), UTF_8).replaceFirst("\\{", "{\"later\":[1],");
    assertEquals(manifest, ReleaseManifest.fromJson(json.getBytes(UTF_8)));
  }

  @Test
  void whatIsWrongIsNamed() {
    String json = new String(manifest.toJson(), UTF_8);
    assertFault(json.replace("1234", "\"x\""), "channels[0].full.length");
    assertFault(json.replace("1234", "-1"), "channels[0].full.length");
    assertFault(json.replace("5678", "-1"), "channels[0].deltas[0].length");
    assertFault(json.replace("2026-11-01T", "2026-13-01T"), "publishedAt");
    assertFault(json.substring(1), "byte 0");
  }

  private static void assertFault(String json, String words) {
    MalformedManifestException e =
        assertThrows(
            MalformedManifestException.class, () -> ReleaseManifest.fromJson(json.getBytes(UTF_8)));
    assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
  }

  @Test
  void theStateDigestDoesNotDependOnTheOrder() {
    RecordGenerator generator = new RecordGenerator(8, false);
    List<EncodedRecord> records = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      records.add(RecordCodec.encoded(generator.next()));
    }
    String digest = StateDigest.of(records.stream());
    Collections.shuffle(records, new Random(9));
    assertEquals(digest, StateDigest.of(records.stream()));
    assertTrue(!digest.equals(StateDigest.of(records.stream().skip(1))));
    records.add(records.getFirst());
    assertThrows(IllegalArgumentException.class, () -> StateDigest.of(records.stream()));
  }
}
