package org.openhall.office.bucket;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.office.settings.BadSettingException;
import org.openhall.office.settings.OfficeProperties;

/**
 * Where a bucket is.
 *
 * @param bucket its name
 * @param prefix before the names of all files, empty or ending in a slash
 * @param endpoint the store's address; without one it is Amazon's
 * @param region the region for which requests are signed
 * @param keyFile holds the two lines {@code access-key-id=} and {@code secret-access-key=}
 */
public record BucketPlace(
    String bucket, String prefix, Optional<URI> endpoint, String region, Path keyFile) {
  private static final Pattern FORM =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/((?:[\\w.-]+/)*[\\w.-]+)/?|/)?");
  private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.:\\[\\]-]+/?");
  private static final String USUAL_REGION = "us-east-1";

  /** What an office's settings say; empty where the repository is a folder and no more. */
  public static Optional<BucketPlace> of(OfficeProperties said) throws IOException {
    Optional<String> address = said.get(OfficeProperties.REPOSITORY);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(address.get());
    if (!form.matches()) {
      throw new BadSettingException("trouble.bucket-address", said.file(), address.get());
    }
    Optional<Path> keyFile = said.path(OfficeProperties.REPOSITORY_KEY_FILE);
    if (keyFile.isEmpty()) {
      throw new BadSettingException("trouble.bucket-no-key-file", said.file());
    }
    String prefix = form.group(2) == null ? "" : form.group(2) + "/";
    return Optional.of(
        new BucketPlace(
            form.group(1),
            prefix,
            endpoint(said),
            said.get(OfficeProperties.REPOSITORY_REGION).orElse(USUAL_REGION),
            keyFile.get()));
  }

  private static Optional<URI> endpoint(OfficeProperties said) throws BadSettingException {
    Optional<String> address = said.get(OfficeProperties.REPOSITORY_ENDPOINT);
    if (address.isPresent() && !ADDRESS.matcher(address.get()).matches()) {
      throw said.bad(OfficeProperties.REPOSITORY_ENDPOINT);
    }
    return address.map(URI::create);
  }

  /** In words, without a key. */
  public String name() {
    String bucketName = "s3://" + bucket + "/" + prefix;
    return endpoint.map(at -> bucketName + " (" + at + ")").orElse(bucketName);
  }
}
