// stands for the search engine
