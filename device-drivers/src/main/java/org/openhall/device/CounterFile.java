package org.openhall.device;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Keeps counters in one small file of lines {@code KEY.COUNTER=NUMBER}, which is replaced as a
 * whole. One that cannot be read or written is said in the log; then the counting begins anew, and
 * the devices work all the same.
 */
public final class CounterFile implements CounterStore {

  private static final System.Logger LOG = System.getLogger(CounterFile.class.getName());

  private final Path file;
  private final Map<String, Long> sums = new TreeMap<>();

  /** Reads the file, if there is one. Its folder must be there when something is kept. */
  public CounterFile(Path file) {
    this.file = file;
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (NoSuchFileException e) {
      LOG.log(System.Logger.Level.DEBUG, "nothing was counted yet in " + file);
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, file + " cannot be read; counting anew", e);
    }
    for (String name : lines.stringPropertyNames()) {
      String number = lines.getProperty(name);
      if (number.matches("\\d{1,18}")) {
        sums.put(name, Long.valueOf(number));
      }
    }
  }

  @Override
  public synchronized Counters kept(String key) {
    Map<String, Long> counts = new TreeMap<>();
    String start = key + ".";
    sums.forEach((name, sum) -> {
      if (name.startsWith(start)) {
        counts.put(name.substring(start.length()), sum);
      }
    });
    return new Counters(counts);
  }

  @Override
  public synchronized void keep(String key, Counters of) {
    of.counts().forEach((counter, sum) -> sums.put(key + "." + counter, sum));
    try {
      write();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, file + " cannot be written; counters are lost", e);
    }
  }

  private void write() throws IOException {
    StringWriter text = new StringWriter();
    sums.forEach((name, sum) -> text.write(name + "=" + sum + "\n"));
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    // Not a channel: the end of a device interrupts its thread, and that would close it.
    try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      out.getFD().sync();
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
