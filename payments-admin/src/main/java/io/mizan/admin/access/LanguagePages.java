package io.mizan.admin.access;

import io.mizan.admin.render.Language;
import io.mizan.admin.render.LanguageChoice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The choice of language, also before signing in. */
@Controller
@Path("language")
@RequestScoped
public class LanguagePages {
    @Inject
    LanguageChoice choice;

    @Context
    HttpServletRequest request;

    @POST
    public Response choose(@FormParam("language") String code, @FormParam("back") String back) {
        var language = Language.of(code).orElseThrow(BadRequestException::new);
        return Response.seeOther(URI.create(request.getContextPath() + ours(back)))
                .cookie(choice.cookie(language))
                .build();
    }

    /** Only pages of the portal: an address from outside would lead whoever trusts us anywhere. */
    static String ours(String path) {
        boolean safe = path != null && path.matches("/admin/[A-Za-z0-9_/?&=.%+-]*") && !path.contains("//");
        return safe ? path : "/admin/";
    }
}
