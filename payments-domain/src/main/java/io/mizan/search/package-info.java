/** Finding orders again: by whatever a person has in hand, and the latest of them page by page. Only reads. */
package io.mizan.search;
