package org.openhall.office.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A browser without a window: somebody's session at the desk. It follows no redirect.
 *
 * @param token of the session, or empty
 * @param csrf what a form of that session carries
 */
public record DeskClient(HttpClient http, URI address, String token, String csrf) {
  private static final String BOUNDARY = "----openhall-test-5f3c";

  /** A request of this session, to which a test may add. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path)).header("Origin", address.toString());
    return token.isEmpty() ? request : request.header("Cookie", DeskGate.COOKIE + "=" + token);
  }

  /** Opens a page. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), text());
  }

  /** Fetches a file. */
  public HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Sends a form as a page of this session would. */
  public HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&", DeskGate.CSRF_FIELD + "=" + csrf + "&", ""));
    return http.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        text());
  }

  /** Sends a form with one file. */
  public HttpResponse<String> upload(
      String path, Map<String, String> form, String field, String fileName, byte[] file)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "name=\"" + DeskGate.CSRF_FIELD + "\"", csrf.getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, String> one : form.entrySet()) {
      part(body, "name=\"" + one.getKey() + "\"", one.getValue().getBytes(StandardCharsets.UTF_8));
    }
    part(body, "name=\"" + field + "\"; filename=\"" + fileName + "\"", file);
    body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return http.send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        text());
  }

  private static void part(ByteArrayOutputStream body, String name, byte[] content)
      throws IOException {
    String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n";
    body.write(head.getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
  }
}
