package org.openhall.office.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the repository as it lies on disk, ranges included. Every file has a name of its own for
 * ever and may be kept by caches; only the timestamp is asked for anew each time.
 */
@Configuration(proxyBeanMethods = false)
class RepositoryFiles implements WebMvcConfigurer {
  private static final Duration FOR_EVER = Duration.ofDays(365);

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
        .setCacheControl(CacheControl.noCache());
    registry
        .addResourceHandler("/repository/**")
        .addResourceLocations(repository)
        .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
  }
}
