package org.openhall.demo.hall;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The one question that is asked over HTTP. */
final class Http {

  private Http() {}

  /** Whether an address answers with success now. */
  static boolean answers(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }
}
