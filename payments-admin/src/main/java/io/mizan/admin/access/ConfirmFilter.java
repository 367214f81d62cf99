package io.mizan.admin.access;

import io.mizan.admin.render.ProblemAnswers;
import io.mizan.staff.SecondFactors;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.mvc.MvcContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The page in between, see {@link Sensitive}. It holds the fields of the form that was sent and goes where that went, so
 * that nothing has to be kept meanwhile and the token of the form is checked once more.
 */
@Sensitive
@Priority(Priorities.USER + 1000) // after the token of the form was checked
public class ConfirmFilter implements ContainerRequestFilter {
    private static final String PASSWORD = "confirm_password";
    private static final String CODE = "confirm_code";
    /** What is entered under this name is not shown again, and has to be entered once more. */
    private static final String NEVER_SHOWN = "secret";

    private static final int LONGEST_FORM = 64 * 1024;

    @Inject
    PortalSession session;

    @Inject
    Proofs proofs;

    @Inject
    Visitor visitor;

    @Inject
    ProblemAnswers answers;

    @Inject
    MvcContext mvc;

    @Inject
    SecondFactors factors;

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        if (session.isConfirmed()) {
            return;
        }
        var body = context.getEntityStream().readNBytes(LONGEST_FORM);
        context.setEntityStream(new ByteArrayInputStream(body));
        var fields = read(new String(body, StandardCharsets.UTF_8));
        var member = visitor.required();
        var password = value(fields, PASSWORD);
        var objection = password.isEmpty()
                ? Optional.<String>empty()
                : proofs.objectionToConfirming(
                        member, password.get(), value(fields, CODE).orElse(""));
        if (password.isPresent() && objection.isEmpty()) {
            return;
        }
        var kept = fields.stream()
                .filter(field -> !field.name().startsWith("confirm_"))
                .filter(field -> !field.name().equals(NEVER_SHOWN))
                .filter(field -> !field.name().equals(mvc.getCsrf().getName()))
                .toList();
        context.abortWith(page(new ConfirmView(
                request.getRequestURI().substring(request.getContextPath().length()),
                kept,
                factors.isEnrolled(member),
                objection)));
    }

    private Response page(ConfirmView view) {
        var status = view.refusal().isPresent() ? Response.Status.UNAUTHORIZED : Response.Status.OK;
        return answers.page(status.getStatusCode(), "confirm", view);
    }

    private static Optional<String> value(List<ConfirmView.Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(ConfirmView.Field::value)
                .findFirst();
    }

    private static List<ConfirmView.Field> read(String form) {
        try {
            return fields(form);
        } catch (IllegalArgumentException badEscape) {
            throw new BadRequestException(badEscape);
        }
    }

    /** @throws IllegalArgumentException if it is no form: no browser sends such escapes */
    static List<ConfirmView.Field> fields(String form) {
        var fields = new ArrayList<ConfirmView.Field>();
        for (var pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.add(
                        new ConfirmView.Field(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
