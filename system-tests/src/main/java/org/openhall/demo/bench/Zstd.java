package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The program zstd, as a yardstick that is not ours. */
final class Zstd {
  private Zstd() {}

  /** Length of a file under {@code zstd -19 --long}; empty if the program is not installed. */
  static OptionalLong strongest(Path file) throws IOException, InterruptedException {
    Path packed = file.resolveSibling(file.getFileName() + ".zst");
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "zstd", "-19", "--long", "-q", "-f", file.toString(), "-o", packed.toString())
              .inheritIO()
              .start();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
    return process.waitFor() == 0 ? OptionalLong.of(Files.size(packed)) : OptionalLong.empty();
  }
}
