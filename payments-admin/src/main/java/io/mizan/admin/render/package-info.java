/** From a view record to HTML: templates, texts in the visitor's language, the frame around every page. */
package io.mizan.admin.render;
