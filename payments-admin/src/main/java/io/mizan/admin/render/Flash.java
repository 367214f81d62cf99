package io.mizan.admin.render;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** One sentence that outlives a redirect: what an act came to. */
@RequestScoped
public class Flash {
    private static final String ATTRIBUTE = "mizan.flash";

    @Inject
    HttpServletRequest request;

    public void tell(String sentence) {
        request.getSession().setAttribute(ATTRIBUTE, sentence);
    }

    Optional<String> take() {
        var session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        var told = Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
        session.removeAttribute(ATTRIBUTE);
        return told;
    }
}
