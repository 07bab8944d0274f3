package org.openhall.office.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openhall.link.push.PushStream;
import org.openhall.office.push.PushHub;

/**
 * {@code GET /api/terminal/push}: a line that stays open; {@link TerminalGate} says whose it is. It
 * holds no thread: what is sent is written when the terminal takes it.
 */
final class PushServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String ADDRESS = "/" + PushStream.PATH;

  private final transient PushHub hub;

  PushServlet(PushHub hub) {
    this.hub = hub;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String terminal = TerminalGate.terminal(request);
    response.setContentType(PushStream.MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // nginx between would keep it back
    response.setHeader("Connection", "close"); // whoever is cut off is gone
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    PushConnection connection = new PushConnection(hub, terminal, async);
    async.addListener(connection);
    connection.start();
    hub.join(terminal, connection);
  }
}
