package org.openhall.office.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.people.DeskSession;
import org.openhall.office.people.Person;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every page gets: the frame's words, and who asks. */
@ControllerAdvice(basePackages = "org.openhall.office.desk")
class DeskFrame implements WebMvcConfigurer {
  private final OfficeName name;

  DeskFrame(OfficeDatabase database) {
    this.name = new OfficeName(database);
  }

  @ModelAttribute("desk")
  DeskView view(HttpServletRequest request, HttpServletResponse response) {
    new DeskLanguage().remember(request, response);
    Optional<DeskSession> session = DeskGate.session(request);
    Optional<Person> person =
        session.filter(s -> s.stage() == DeskSession.Stage.WHOLE).map(DeskSession::person);
    return new DeskView(
        name.get(),
        person.orElse(null),
        person.map(DeskRules::menu).orElse(List.of()),
        request.getServletPath(),
        session.map(DeskSession::csrf).orElse(""));
  }

  /** htmx as its package carries it, at an address without its version. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/desk/files/htmx*")
        .addResourceLocations("classpath:/META-INF/resources/webjars/htmx.org/2.0.8/dist/");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new Who());
  }

  /** A method of a page takes a {@link Person}, or the whole {@link DeskSession}. */
  private static final class Who implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Person.class
          || parameter.getParameterType() == DeskSession.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory factory) {
      DeskSession session =
          Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
              .flatMap(DeskGate::session)
              .orElseThrow(() -> new IllegalStateException("a page that DeskRules leaves open"));
      return parameter.getParameterType() == Person.class ? session.person() : session;
    }
  }
}
