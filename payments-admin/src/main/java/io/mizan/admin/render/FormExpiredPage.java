package io.mizan.admin.render;

import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.mvc.security.CsrfValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** A form without the token of this session: its session is over, or another site made it. Nothing was done. */
public class FormExpiredPage implements ExceptionMapper<CsrfValidationException> {
    @Inject
    Models models;

    @Inject
    MvcContext mvc;

    @Override
    public Response toResponse(CsrfValidationException failure) {
        var messages = Messages.in(mvc.getLocale());
        models.put(
                "page", new ProblemView(messages.text("problem.form.title"), messages.text("problem.form.sentence")));
        return Response.status(Response.Status.FORBIDDEN)
                .entity("problem.html")
                .type("text/html")
                .build();
    }
}
