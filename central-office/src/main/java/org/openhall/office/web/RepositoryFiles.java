package org.openhall.office.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.openhall.repository.metadata.Sha256;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the repository as it lies on disk, ranges included. Every file has a name of its own for
 * ever and may be kept by caches; only the timestamp is asked for anew each time, and answered by
 * its bytes' hash: two publications within a second have the same date. What is small is answered
 * by {@link RepositoryMemory} before it comes here.
 */
@Configuration(proxyBeanMethods = false)
class RepositoryFiles implements WebMvcConfigurer {
  static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  static final CacheControl ASKED_EACH_TIME = CacheControl.noCache();

  private final OfficeParts parts;

  RepositoryFiles(OfficeParts parts) {
    this.parts = parts;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    String repository = parts.repositoryDir().toUri().toString();
    registry
        .addResourceHandler("/repository/metadata/timestamp*")
        .addResourceLocations(repository + "metadata/")
        .setEtagGenerator(RepositoryFiles::tag)
        .setCacheControl(ASKED_EACH_TIME);
    registry
        .addResourceHandler("/repository/**")
        .addResourceLocations(repository)
        .setCacheControl(FOR_EVER);
  }

  private static String tag(Resource file) {
    try {
      return '"' + Sha256.hex(file.getContentAsByteArray()) + '"';
    } catch (IOException e) {
      throw new UncheckedIOException(e); // answered as trouble, not as another file
    }
  }
}
