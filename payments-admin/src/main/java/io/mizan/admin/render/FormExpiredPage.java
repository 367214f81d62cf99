package io.mizan.admin.render;

import jakarta.inject.Inject;
import jakarta.mvc.security.CsrfValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** A form without the token of this session: its session is over, or another site made it. Nothing was done. */
public class FormExpiredPage implements ExceptionMapper<CsrfValidationException> {
    @Inject
    ProblemAnswers answers;

    @Override
    public Response toResponse(CsrfValidationException failure) {
        return answers.answer(Response.Status.FORBIDDEN.getStatusCode(), "form");
    }
}
