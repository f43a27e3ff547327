package main

import (
	"fmt"
	"net/http"
	"sync/atomic"
)

func main() {
	var asked atomic.Int64
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, asked.Add(1))
	})
	panic(http.ListenAndServe(":8080", nil))
}
