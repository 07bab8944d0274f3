package org.openhall.device.idcard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The far end of a reader's line: answers each command with the bytes that a test put down for it.
 */
final class ScriptedModule implements AutoCloseable {

  static final String STATUS = "11FF";
  static final String FIND = "2001";
  static final String SELECT = "2002";
  static final String READ = "3001";

  /** Answers nothing. */
  static final byte[] SILENCE = {};

  /** Ends the connection. */
  static final byte[] HANG_UP = {0};

  private final ServerSocket server;
  private final Map<String, Queue<byte[]>> once = new ConcurrentHashMap<>();
  private final Map<String, byte[]> always = new ConcurrentHashMap<>();
  private final BlockingQueue<String> commands = new LinkedBlockingQueue<>();

  ScriptedModule() throws IOException {
    server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    always(STATUS, CardText.reply(0, 0, 0x90));
    always(FIND, CardText.reply(0, 0, 0x80));
    Thread.ofPlatform().daemon(true).start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  /** What came next, as command and parameter in hexadecimal. */
  BlockingQueue<String> commands() {
    return commands;
  }

  ScriptedModule always(String command, byte[] answer) {
    always.put(command, answer);
    return this;
  }

  /** Answers so the next time, before what it answers always. */
  ScriptedModule next(String command, byte[] answer) {
    once.computeIfAbsent(command, _ -> new ConcurrentLinkedQueue<>()).add(answer);
    return this;
  }

  /** A card that is found, selected and read once, and lies there afterwards. */
  ScriptedModule layDown(byte[] readReply) {
    return next(FIND, CardText.reply(0, 0, 0x9F, 0, 0, 0, 0))
        .next(SELECT, CardText.reply(0, 0, 0x90, 0, 0, 0, 0, 0, 0, 0, 0))
        .next(READ, readReply);
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        talk(socket.getInputStream(), socket.getOutputStream());
      } catch (IOException closedByDriverOrTest) {
        commands.add("hung up");
      }
    }
  }

  private void talk(InputStream in, OutputStream out) throws IOException {
    while (true) {
      byte[] frame = in.readNBytes(10);
      if (frame.length < 10) {
        return;
      }
      String command = HexFormat.of().withUpperCase().formatHex(frame, 7, 9);
      commands.add(command);
      byte[] answer = answer(command);
      if (Arrays.equals(answer, HANG_UP)) {
        return;
      }
      out.write(answer);
    }
  }

  private byte[] answer(String command) {
    Queue<byte[]> queue = once.get(command);
    byte[] next = queue == null ? null : queue.poll();
    return next != null ? next : always.getOrDefault(command, CardText.reply(0, 0, 0x21));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
