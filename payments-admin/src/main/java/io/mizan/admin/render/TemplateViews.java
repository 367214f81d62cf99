package io.mizan.admin.render;

import io.mizan.access.Mode;
import io.mizan.admin.access.Visitor;
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
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;

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
        var model = new HashMap<>(context.getModels().asMap());
        model.put("frame", frame(context));
        // Rendered whole before the first byte leaves, so that a fault shows a page about it and not half of this one.
        var html = new StringWriter();
        try {
            var view = context.getView();
            templates.render(view.substring(0, view.length() - SUFFIX.length()), context.getLocale(), model, html);
            context.getResponseHeaders().putSingle("Content-Type", "text/html;charset=UTF-8");
            var out = new OutputStreamWriter(context.getOutputStream(), StandardCharsets.UTF_8);
            out.write(html.toString());
            out.flush();
        } catch (IOException | RuntimeException failure) {
            throw new ViewEngineException(failure);
        }
    }

    private Frame frame(ViewEngineContext context) {
        var request = context.getRequest(HttpServletRequest.class);
        return new Frame(
                Language.of(context.getLocale()),
                visitor.member().map(StaffMember::displayName),
                mode == Mode.SANDBOX,
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
