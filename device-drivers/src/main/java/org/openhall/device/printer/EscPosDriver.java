package org.openhall.device.printer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openhall.device.Device;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceDriver;
import org.openhall.device.DeviceSettings;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.transport.DeviceThread.Timing;
import org.openhall.device.transport.Line;
import org.openhall.device.transport.Port;

/**
 * Drives receipt printers, e.g. {@code escpos:tcp:192.0.2.7:9100}. Options: {@code profile}, a name
 * such as {@code 58mm-gb18030} or the path of a technician's own file, and {@code fonts}, the files
 * of fonts that draw what the printer lacks, parted by colons; the machine's own fonts come after
 * them.
 */
public final class EscPosDriver implements DeviceDriver {

  private static final Duration CHECK_EVERY = Duration.ofSeconds(2);
  private static final String PROFILE = "profile";
  private static final String FONTS = "fonts";

  /** For the service loader. */
  public EscPosDriver() {}

  @Override
  public String scheme() {
    return "escpos";
  }

  @Override
  public Class<? extends Device> kind() {
    return ReceiptPrinter.class;
  }

  @Override
  public void check(DeviceSettings settings) throws DeviceConfigurationException {
    settings.requireOnly(Set.of(PROFILE, FONTS));
    Port.of(settings);
    profile(settings);
    fonts(settings);
  }

  @Override
  public Device open(DeviceSettings settings) throws DeviceConfigurationException {
    settings.requireOnly(Set.of(PROFILE, FONTS));
    Port<Line> port = Port.of(settings);
    // In doubt from the start: the program may have ended in the middle of a receipt. A trace may
    // begin anywhere, and has no answer to a question that was not asked then.
    Doubt doubt = new Doubt(!settings.address().startsWith("replay:"));
    PrintJob.Means means =
        new PrintJob.Means(
            profile(settings), new RasterFonts(fonts(settings)), Dialogue.Patience.USUAL, doubt);
    return new EscPosPrinter(settings.key(), port, means, Timing.checkingEvery(CHECK_EVERY));
  }

  private static Profile profile(DeviceSettings settings) throws DeviceConfigurationException {
    String name = settings.option(PROFILE, Profile.keys().getFirst());
    if (Profile.keys().contains(name)) {
      return Profile.builtIn(name);
    }
    if (!name.endsWith(".properties")) {
      throw settings.badOption(
          PROFILE,
          "is no profile; write one of " + Profile.keys() + " or the path of a .properties file");
    }
    ProfileFile file = new ProfileFile(name, lines(settings, name));
    if (!file.problems().isEmpty()) {
      throw settings.badOption(PROFILE, "is wrong: " + String.join("; ", file.problems()));
    }
    return file.profile();
  }

  private static List<String> lines(DeviceSettings settings, String file)
      throws DeviceConfigurationException {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (IOException e) {
      throw settings.badOption(PROFILE, "cannot be read as UTF-8: " + e);
    }
  }

  private static List<Path> fonts(DeviceSettings settings) throws DeviceConfigurationException {
    List<Path> files = new ArrayList<>();
    for (String file : settings.option(FONTS, "").split(File.pathSeparator, -1)) {
      if (!file.isBlank() && !Files.isReadable(Path.of(file))) {
        throw settings.badOption(FONTS, "names a file that cannot be read: " + file);
      }
      if (!file.isBlank()) {
        files.add(Path.of(file));
      }
    }
    return files;
  }
}
