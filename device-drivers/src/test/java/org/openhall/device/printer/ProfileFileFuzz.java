package org.openhall.device.printer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openhall.fuzz.FuzzTarget;

/** A technician's file: what is wrong with it is said, or it is a profile that can be used. */
public final class ProfileFileFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "printer-profile";
  }

  @Override
  public List<byte[]> seeds() {
    return Profile.keys().stream().map(ProfileFileFuzz::builtIn).toList();
  }

  private static byte[] builtIn(String key) {
    try (InputStream in = Profile.class.getResourceAsStream(key + ".properties")) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        utf8("columns="), utf8("dots="), utf8("begin=1B 40"), utf8("charset=GBK"), utf8("=\n"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void run(byte[] input) {
    List<String> lines = new String(input, StandardCharsets.UTF_8).lines().toList();
    ProfileFile file = new ProfileFile("it", lines);
    if (file.problems().isEmpty()) {
      Profile profile = file.profile();
      boolean fits = profile.dots() % 8 == 0 && profile.columns() * 12 <= profile.dots();
      if (!fits || profile.columns() < 16 || profile.beginning().length > input.length) {
        throw new AssertionError("a profile that cannot be: " + profile);
      }
    } else if (file.problems().stream().anyMatch(String::isBlank)) {
      throw new AssertionError("a problem without words");
    }
  }
}
