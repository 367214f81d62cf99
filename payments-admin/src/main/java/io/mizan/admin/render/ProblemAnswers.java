package io.mizan.admin.render;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.MvcContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * Pages that come instead of a controller's, such as those about what went wrong. Rendered here, because the view engine is
 * asked for controllers' answers alone.
 */
@RequestScoped
public class ProblemAnswers {
    @Inject
    TemplateViews views;

    @Inject
    MvcContext mvc;

    @Inject
    HttpServletRequest request;

    /** @param name of the texts {@code problem.<name>.title} and {@code .sentence} */
    Response answer(int status, String name, Object... arguments) {
        var messages = messages();
        var view = new ProblemView(
                messages.text("problem." + name + ".title"), messages.text("problem." + name + ".sentence", arguments));
        return page(status, "problem", view);
    }

    /** A page that comes instead of a controller's. */
    public Response page(int status, String template, Object view) {
        return Response.status(status)
                .entity(views.html(template, Map.of("page", view), language().locale(), request))
                .type("text/html;charset=UTF-8")
                .build();
    }

    boolean knows(int status) {
        return messages().find("problem." + status + ".title").isPresent();
    }

    private Messages messages() {
        return Messages.in(language());
    }

    /** An address that nothing answers to is refused before a language was chosen. */
    private Language language() {
        return mvc.getLocale() == null ? Language.ENGLISH : Language.of(mvc.getLocale());
    }
}
