package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.PackReader;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.StateDigest;
import org.openhall.demo.hall.HallException;

/**
 * What the office signed of a release, read out of its repository and not out of any terminal.
 *
 * @param number of the release
 * @param stateDigest of its one channel
 * @param hashes of its records by their ids, hex
 * @param answers what a sound terminal answers to {@link ScreenWitness#answers}
 */
record SignedRelease(long number, String stateDigest, Map<String, String> hashes, Answers answers) {

  /** What a terminal answers to questions, in one text. */
  record Answers(String text) {}

  /**
   * Reads a release.
   *
   * @param sound answers of a terminal on which nothing was disturbed
   */
  static SignedRelease read(Scene scene, long number, Answers sound)
      throws IOException, HallException {
    ReleaseManifest manifest = scene.signed(number).orElseThrow();
    Channel channel = manifest.channels().getFirst();
    Path packs = scene.repository(2).resolve("targets/packs");
    String hash = channel.full().sha256();
    Map<String, String> hashes = new HashMap<>();
    StateDigest digest = new StateDigest();
    try (PackReader pack =
        new PackReader(
            Files.newInputStream(packs.resolve("%1$s.%1$s.pack".formatted(hash))),
            channel.records())) {
      for (Optional<byte[]> json = pack.next(); json.isPresent(); json = pack.next()) {
        EncodedRecord record = RecordCodec.encoded(RecordCodec.decode(json.get()));
        digest.add(record.id(), record.sha256());
        hashes.put(record.id(), record.sha256Hex());
      }
    } catch (MalformedRecordException e) {
      throw new HallException("the office signed what is no record: " + e.getMessage());
    }
    if (!digest.hex().equals(channel.stateDigest())) {
      throw new HallException("the office's pack is not what its manifest says");
    }
    return new SignedRelease(number, channel.stateDigest(), hashes, sound);
  }
}
