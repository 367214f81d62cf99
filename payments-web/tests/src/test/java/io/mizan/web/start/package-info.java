/** Start-up and health as an operator meets them, on real servers. */
package io.mizan.web.start;
