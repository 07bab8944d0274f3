package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openhall.demo.hall.HallException;

/** Small file systems in memory, which the mount namespace of the campaign alone has. */
final class Mounts {
  private static final String SIZE = "size=48m";

  private Mounts() {}

  static void mount(Path folder) throws IOException, InterruptedException, HallException {
    Files.createDirectories(folder);
    run("mount", "-t", "tmpfs", "-o", SIZE, "openhall-chaos", folder.toString());
  }

  static void makeReadOnly(Path folder) throws IOException, InterruptedException, HallException {
    run("mount", "-o", "remount,ro", folder.toString());
  }

  /** Ends the mount; the files are in a plain folder of the same name then. */
  static void toPlainFolder(Path folder) throws IOException, InterruptedException, HallException {
    Path copy = folder.resolveSibling(folder.getFileName() + ".copy");
    Folders.copy(folder, copy);
    run("umount", folder.toString());
    Files.delete(folder);
    Files.move(copy, folder);
  }

  private static void run(String... command)
      throws IOException, InterruptedException, HallException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new HallException(
          "Full and read-only disks need small file systems, and this machine lets none be mounted"
              + " (a container without the right to mount?): "
              + String.join(" ", command)
              + ": "
              + said.strip());
    }
  }
}
