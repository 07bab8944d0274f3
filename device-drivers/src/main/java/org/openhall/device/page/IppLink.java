package org.openhall.device.page;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.Trace;
import org.openhall.device.transport.Connection;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Recorder;

/**
 * Carries IPP messages to a printer and back (RFC 8010 §4). Every exchange has a bound in time and
 * in bytes; none is tried again by itself but questions that change nothing.
 */
final class IppLink implements Connection {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /** Attributes of big printers are some tens of thousands of bytes. */
  private static final int LARGEST_ANSWER = 256 << 10;

  private final IppAddress address;
  private final Recorder trace;
  private final PrinterTrust trust;
  private final HttpClient client;
  private final Semaphore wakes = new Semaphore(0);
  private final AtomicInteger requests = new AtomicInteger();

  IppLink(IppAddress address, Recorder trace) {
    this.address = address;
    this.trace = trace;
    trust = new PrinterTrust(address.certificate());
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT)
            .sslContext(trust.context())
            .build();
  }

  IppAddress address() {
    return address;
  }

  /**
   * Asks something that changes nothing, once more if the first attempt was lost: a printer may
   * have given up a connection that was kept open.
   */
  IppPacket ask(IppPacket.Builder question) throws DeviceFaultException {
    try {
      return tell(question);
    } catch (DeviceFaultException e) {
      if (e.detail() != Detail.LINE_LOST) {
        throw e;
      }
      return tell(question);
    }
  }

  /** Says something, once. */
  IppPacket tell(IppPacket.Builder question) throws DeviceFaultException {
    CompletableFuture<IppPacket> answer = send(question, new byte[0]);
    try {
      return answer.get(ANSWER.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new DeviceFaultException(Detail.NO_ANSWER, address.printer() + " says nothing", e);
    } catch (ExecutionException e) {
      throw fault(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      throw new DeviceFaultException(Detail.CLOSED, "closed while the printer was asked", e);
    }
  }

  /**
   * Sends a message and a document behind it, once, without waiting; {@link #fault} says what an
   * exception of the answer means. To cancel the answer ends the connection.
   */
  CompletableFuture<IppPacket> send(IppPacket.Builder message, byte[] document) {
    int number = requests.incrementAndGet();
    byte[] head = bytes(message.setRequestId(number).build());
    HttpRequest request =
        HttpRequest.newBuilder(address.http())
            .header("Content-Type", "application/ipp")
            .POST(BodyPublishers.ofByteArrays(List.of(head, document)))
            .build();
    trace.bytes(Trace.Kind.SENT, head);
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    CompletableFuture<IppPacket> answer = exchange.thenApply(response -> read(response, number));
    // What depends on an exchange does not end it by itself.
    var _ =
        answer.whenComplete((_, _) -> {
          if (answer.isCancelled()) {
            exchange.cancel(true);
          }
        });
    return answer;
  }

  private static byte[] bytes(IppPacket message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (IppOutputStream out = new IppOutputStream(bytes)) {
      out.write(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private IppPacket read(HttpResponse<byte[]> response, int number) {
    try {
      if (response.statusCode() != 200) {
        boolean forbidden = response.statusCode() == 401 || response.statusCode() == 403;
        throw new DeviceFaultException(
            forbidden ? Detail.PORT_FORBIDDEN : Detail.BAD_ANSWER,
            "the printer's web server does not take the message",
            "HTTP " + response.statusCode(),
            null);
      }
      trace.bytes(Trace.Kind.RECEIVED, response.body());
      AnswerShape.require(response.body());
      IppPacket answer = parse(response.body());
      if (answer.getRequestId() != number) {
        throw new DeviceFaultException(Detail.BAD_ANSWER, "an answer to another question");
      }
      return answer;
    } catch (DeviceFaultException e) {
      throw new CompletionException(e);
    } catch (IOException e) {
      throw new CompletionException(
          new DeviceFaultException(Detail.BAD_ANSWER, "the answer is no IPP", e));
    }
  }

  static IppPacket parse(byte[] answer) throws IOException {
    try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(answer))) {
      return in.readPacket();
    }
  }

  /** What went wrong with an exchange. */
  DeviceFaultException fault(ExecutionException failed) {
    Throwable cause = Objects.requireNonNull(failed.getCause());
    String where = address.printer().toString();
    return switch (cause) {
      case DeviceFaultException known -> known;
      case SSLHandshakeException e when !trust.refused().isEmpty() ->
          new DeviceFaultException(
              Detail.NOT_TRUSTED, where + " is not trusted", "SHA-256 " + trust.refused(), e);
      case SSLException e ->
          new DeviceFaultException(Detail.BAD_ANSWER, where + " speaks no TLS", "TLS", e);
      case HttpConnectTimeoutException e ->
          new DeviceFaultException(Detail.PORT_MISSING, "no connection to " + where, e);
      case ConnectException e ->
          new DeviceFaultException(Detail.PORT_MISSING, "no connection to " + where, e);
      case UnresolvedAddressException e ->
          new DeviceFaultException(Detail.PORT_MISSING, "no address for " + where, e);
      default -> new DeviceFaultException(Detail.LINE_LOST, where + " was lost", cause);
    };
  }

  /** Waits so long, or until it is woken. */
  void pause(Duration longest) throws DeviceFaultException {
    try {
      if (wakes.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceFaultException(Detail.CLOSED, "closed while a job was watched", e);
    }
  }

  /** Ends a {@link #pause}; whatever else is waited for ends by itself within seconds. */
  @Override
  public void wake() {
    wakes.release();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
