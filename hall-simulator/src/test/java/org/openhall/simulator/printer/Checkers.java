package org.openhall.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Programs of others that know receipts: npos, receiptio, zbarimg. {@code ./openhall test} installs
 * them and says where; without them the tests that want them fail.
 */
record Checkers(Path modules) {

  private static final Path OWN = Path.of("src/test/checkers").toAbsolutePath();

  private static final String USUAL = "../.openhall/checkers";

  private record Said(String answer, String complaint) {}

  static Checkers find() {
    String told = Optional.ofNullable(System.getenv("OPENHALL_CHECKERS")).orElse(USUAL);
    Path modules = Path.of(told).toAbsolutePath().normalize().resolve("node_modules");
    assertTrue(
        Files.isDirectory(modules.resolve("npos")),
        "no checkers in " + modules + ": ./openhall test installs them");
    return new Checkers(modules);
  }

  /** The lines that npos finds in a printer's bytes. */
  List<String> npos(byte[] bytes, String charset) throws IOException, InterruptedException {
    String json = run(bytes, "node", OWN.resolve("lines.js").toString(), charset).answer().strip();
    assertTrue(json.startsWith("[\""), "no lines: " + json);
    String inner = json.substring(2, json.length() - 2);
    return List.of(inner.split("\",\"", -1));
  }

  /** What receiptio says of a printer on a port. */
  String receiptio(int port, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("env", "OPENHALL_PRINTER_PORT=" + port, "node"));
    command.addAll(List.of("-r", OWN.resolve("port.js").toString()));
    command.addAll(List.of(modules.resolve("receiptio/bin/cli.js").toString()));
    command.addAll(List.of("-d", "127.0.0.1"));
    command.addAll(List.of(arguments));
    return run(new byte[0], command.toArray(String[]::new)).complaint().strip();
  }

  /** What receiptline makes of a receipt in its language: {@code svg}, or {@code escpos} in hex. */
  String receiptline(String command, int columns, String source)
      throws IOException, InterruptedException {
    byte[] utf8 = source.getBytes(StandardCharsets.UTF_8);
    String script = OWN.resolve("drawn.js").toString();
    return run(utf8, "node", script, command, String.valueOf(columns)).answer();
  }

  /** The codes that zbarimg reads off a picture, each with its kind before it, sorted. */
  List<String> zbarimg(Path picture) throws IOException, InterruptedException {
    String said = run(new byte[0], "zbarimg", "-q", picture.toString()).answer();
    return said.lines().sorted().toList();
  }

  private Said run(byte[] input, String... command) throws IOException, InterruptedException {
    Path log = Files.createTempFile("checker", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().put("NODE_PATH", modules.toString());
    Process process = builder.start();
    try (var out = process.getOutputStream()) {
      out.write(input);
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    String complaint = Files.readString(log);
    Files.delete(log);
    return new Said(said, complaint);
  }

  /** What lines say: without what stands about them, empty ones, and a second image after one. */
  static List<String> bare(List<String> lines) {
    List<String> bare = new ArrayList<>();
    for (String line : lines) {
      String text = line.strip();
      boolean again = text.equals("[image]") && !bare.isEmpty() && bare.getLast().equals(text);
      if (!text.isEmpty() && !again) {
        bare.add(text);
      }
    }
    return bare;
  }
}
