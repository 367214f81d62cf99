package io.mizan.admin.render;

import io.mizan.access.Mode;
import io.mizan.admin.access.Visitor;
import io.mizan.staff.Roles;
import io.mizan.staff.StaffMember;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.MvcContext;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The view engine of Jakarta MVC: names that end in {@code .html} are templates. */
@ApplicationScoped
public class TemplateViews implements ViewEngine {
    private static final String SUFFIX = ".html";

    @Inject
    ServletContext servlets;

    @Inject
    MvcContext mvc;

    @Inject
    Visitor visitor;

    @Inject
    Flash flash;

    @Inject
    Mode mode;

    private Templates templates;

    @PostConstruct
    void prepare() {
        templates = new Templates(servlets.getContextPath());
    }

    @Override
    public boolean supports(String view) {
        return view.endsWith(SUFFIX);
    }

    @Override
    public void processView(ViewEngineContext context) throws ViewEngineException {
        var view = context.getView();
        try {
            var html = html(
                    view.substring(0, view.length() - SUFFIX.length()),
                    context.getModels().asMap(),
                    context.getLocale(),
                    context.getRequest(HttpServletRequest.class));
            context.getResponseHeaders().putSingle("Content-Type", "text/html;charset=UTF-8");
            context.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException failure) {
            throw new ViewEngineException(failure);
        }
    }

    /** The whole page, before its first byte leaves: a fault shows a page about it and not half of this one. */
    String html(String template, Map<String, Object> model, Locale locale, HttpServletRequest request) {
        var variables = new HashMap<>(model);
        variables.put("frame", frame(locale, request));
        var html = new StringWriter();
        templates.render(template, locale, variables, html);
        return html.toString();
    }

    private Frame frame(Locale locale, HttpServletRequest request) {
        return new Frame(
                Language.of(locale),
                visitor.member().map(StaffMember::displayName),
                mode == Mode.SANDBOX,
                visitor.hasAnyRole(Roles.OPERATOR, Roles.ADMINISTRATOR),
                visitor.hasAnyRole(Roles.ADMINISTRATOR),
                here(request),
                flash.take(),
                mvc.getCsrf().getName(),
                mvc.getCsrf().getToken());
    }

    /** Pages that answered a form are come back to at the start. */
    private static String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/admin/orders";
        }
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }
}
