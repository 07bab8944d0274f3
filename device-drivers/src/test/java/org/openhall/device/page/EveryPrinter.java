package org.openhall.device.page;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The public IPP Everywhere printer of CUPS, {@code ippeveprinter}, which is not ours. What happens
 * to a job is a few lines of shell: {@code STATE:} and {@code ATTR:} on its standard error change
 * what the printer says, its status ends the job. It wants a message bus for DNS-SD, even where
 * that is off, and gets one of its own.
 */
final class EveryPrinter implements AutoCloseable {

  private final Path folder;
  private final int port;
  private final Process bus;
  private final List<String> options;
  private Process printer;

  /** Starts one that takes these media types and does this with each job. */
  EveryPrinter(String formats, String shell, String... options) throws IOException {
    folder = Files.createTempDirectory("ipp");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    behave(shell);
    bus = new ProcessBuilder("dbus-daemon", "--nofork", "--config-file=" + busConfig()).start();
    await(() -> Files.exists(folder.resolve("bus")));
    this.options = new ArrayList<>(List.of("-f", formats));
    this.options.addAll(List.of(options));
    start();
  }

  private Path busConfig() throws IOException {
    return Files.writeString(
        folder.resolve("bus.conf"),
        """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig><listen>unix:path=%s/bus</listen>
        <policy context="default"><allow send_destination="*"/><allow own="*"/>
        <allow eavesdrop="true"/></policy></busconfig>
        """
            .formatted(folder));
  }

  /** Starts it again, at the same place; it counts its jobs from 1 again. */
  void start() throws IOException {
    Path command = folder.resolve("command");
    Files.writeString(
        command,
        """
        #!/bin/sh
        cd %s && echo "$IPP_JOB_ID" >> jobs && cp "$1" document.new && mv document.new document
        env | grep ^IPP_ > attributes
        . ./behaviour
        """
            .formatted(folder));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    List<String> line = new ArrayList<>(List.of("ippeveprinter", "-p", String.valueOf(port)));
    line.addAll(List.of("-vvv", "-r", "off", "-n", "localhost", "-d", folder.toString()));
    line.addAll(List.of("-c", command.toString()));
    line.addAll(options);
    line.add("A4");
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + folder + "/bus");
    builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
    File log = folder.resolve("log").toFile();
    printer =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    await(this::listens);
  }

  String uri(String scheme) {
    return String.format(Locale.ROOT, "%s://localhost:%d/ipp/print", scheme, port);
  }

  Path folder() {
    return folder;
  }

  /** From now on, this is done with each job. */
  void behave(String shell) throws IOException {
    Files.writeString(folder.resolve("behaviour"), shell);
  }

  /** Lets a job go on that waits by {@code while [ ! -e go ]; do sleep 0.02; done}. */
  void go() throws IOException {
    Files.writeString(folder.resolve("go"), "");
  }

  /** How many jobs had a document and were begun, in all starts. */
  int jobs() {
    try (Stream<String> lines = Files.lines(folder.resolve("jobs"))) {
      return (int) lines.count();
    } catch (IOException none) {
      return 0;
    }
  }

  byte[] document() throws IOException {
    return Files.readAllBytes(folder.resolve("document"));
  }

  String attributes() throws IOException {
    return Files.readString(folder.resolve("attributes"));
  }

  /** Kills it on the spot, with what it does. */
  void kill() {
    Stream.concat(printer.descendants(), Stream.of(printer.toHandle()))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
    printer.onExit().join();
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port));
      return true;
    } catch (IOException notYet) {
      if (!printer.isAlive()) {
        throw new IllegalStateException("ippeveprinter ended: " + log());
      }
      return false;
    }
  }

  /** Whether it was told so, e.g. {@code Cancel-Job}. */
  boolean heard(String operation) {
    return log().contains(operation);
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A condition that is waited for, not time. */
  interface Until {
    boolean met() throws IOException;
  }

  static void await(Until until) throws IOException {
    while (!until.met()) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    kill();
    bus.destroyForcibly();
    bus.onExit().join();
  }
}
