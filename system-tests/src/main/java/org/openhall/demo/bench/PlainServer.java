package org.openhall.demo.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.Program;

/** A static web server that knows nothing of the office and serves its repository: nginx. */
final class PlainServer {
  private PlainServer() {}

  /**
   * The running server.
   *
   * @param address of the repository
   */
  record Running(Program program, URI address) {}

  static Running start(Hall hall) throws IOException {
    Path folder = Files.createDirectories(hall.logs().resolve("nginx"));
    int port = freePort();
    Path configuration =
        Files.writeString(
            folder.resolve("nginx.conf"),
            """
            daemon off;
            master_process off;
            pid %1$s/pid;
            error_log %1$s/error.log;
            worker_rlimit_nofile 20000;
            events { worker_connections 12000; }
            http {
              access_log off;
              keepalive_timeout 5;
              client_body_temp_path %1$s/b; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f;
              uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
              server {
                listen 127.0.0.1:%2$d backlog=4096;
                location / { root %3$s; etag on; }
              }
            }
            """
                .formatted(folder, port, hall.office().resolve("repository")));
    Program program =
        Program.startCommand(
            hall.logs(),
            Map.of(),
            "nginx",
            List.of("/usr/sbin/nginx", "-p", folder.toString(), "-c", configuration.toString()));
    return new Running(program, URI.create("http://127.0.0.1:" + port + "/"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
