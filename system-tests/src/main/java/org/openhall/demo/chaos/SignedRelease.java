package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.PackReader;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.StateDigest;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.demo.hall.HallException;

/**
 * What the office signed of a release, read out of its repository and not out of any terminal.
 *
 * @param manifest of the release, with one channel
 * @param lines that may stand in its lists
 * @param whole the lists of a terminal that nothing ever disturbed
 */
record SignedRelease(ReleaseManifest manifest, SignedLines lines, ShownLists whole) {

  /**
   * Reads a release.
   *
   * @param sound lists of a terminal on which nothing was disturbed
   */
  static SignedRelease read(Scene scene, long number, ShownLists sound)
      throws IOException, HallException {
    ReleaseManifest manifest = scene.signed(number).orElseThrow();
    Channel channel = manifest.channels().getFirst();
    Path packs = scene.repository(2).resolve("targets/packs");
    String hash = channel.full().sha256();
    SignedLines lines = new SignedLines();
    StateDigest digest = new StateDigest();
    try (PackReader pack =
        new PackReader(
            Files.newInputStream(packs.resolve("%1$s.%1$s.pack".formatted(hash))),
            channel.records())) {
      for (Optional<byte[]> json = pack.next(); json.isPresent(); json = pack.next()) {
        ContentRecord record = RecordCodec.decode(json.get());
        EncodedRecord encoded = RecordCodec.encoded(record);
        digest.add(encoded.id(), encoded.sha256());
        lines.add(encoded, record);
      }
    } catch (MalformedRecordException e) {
      throw new HallException("the office signed what is no record: " + e.getMessage());
    }
    if (!digest.hex().equals(channel.stateDigest())) {
      throw new HallException("the office's pack is not what its manifest says");
    }
    Optional<Object> unsigned = sound.unsigned(lines);
    if (unsigned.isPresent() || sound.notices() > 0) {
      throw new HallException("undisturbed, it shows what was not signed: " + unsigned);
    }
    return new SignedRelease(manifest, lines, sound);
  }

  long number() {
    return manifest.release();
  }

  String stateDigest() {
    return manifest.channels().getFirst().stateDigest();
  }

  /** Of its records by their ids, hex. */
  Map<String, String> hashes() {
    return lines.hashes();
  }

  /** Whether a page may say this of where its content comes from, and how old it is. */
  boolean isOf(ReleaseInfo shown) {
    return shown.number() == manifest.release()
        && shown.publishedAt().equals(manifest.publishedAt())
        && shown.office().equals(manifest.office())
        && shown.staleAfter().equals(Duration.ofDays(manifest.staleAfterDays()))
        && Objects.equals(shown.intakeKey(), manifest.intakeKey());
  }
}
