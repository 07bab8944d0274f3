package org.openhall.office.bucket;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.openhall.office.settings.BadSettingException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The file with the key to a bucket. */
final class BucketKey {
  private static final String ID = "access-key-id";
  private static final String SECRET = "secret-access-key";

  private BucketKey() {}

  static StaticCredentialsProvider read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new BadSettingException("trouble.bucket-key-file", file);
    }
    Properties said = new Properties();
    said.load(new StringReader(Files.readString(file)));
    String id = said.getProperty(ID, "").strip();
    String secret = said.getProperty(SECRET, "").strip();
    if (id.isEmpty() || secret.isEmpty()) {
      throw new BadSettingException("trouble.bucket-key-file", file);
    }
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
  }
}
